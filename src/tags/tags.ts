/**
 * Tags owns what is concluded of people from what they bought and looked at, by rules the retailer keeps, and what they wished
 * forgotten of it.
 *
 * Always true:
 * - a tag follows from its rule and her deeds alone: told late, twice or in another order, by one or over everyone, it is the same;
 * - nothing is concluded of who does not let us, from what came back, or of health without her own word for that;
 * - every tag says since when, how strongly and by what; time alone takes it away;
 * - what she had us forget stays forgotten, whatever is replayed, until she herself takes that back.
 */
export { reachOf } from '#tags/decide'
export { type Concluded, type Fact, forget, forgetFact, forgottenOf, recallFact, tagsOf } from '#tags/forgetting'
export { namesOf } from '#tags/manage'
export { rebuild, rebuildReaction } from '#tags/rebuild'
export { seedTags } from '#tags/seed'
export { atOnce, summary, tick } from '#tags/settle'
export { Evidence } from '#tags/shapes'
