-- Types of events after which a person is summarised anew: by these summaries.
create table activity.followed (
  type text not null,
  summary text not null,
  primary key (type, summary)
);
