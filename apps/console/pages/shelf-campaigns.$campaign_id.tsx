import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button, buttonClass } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { figure, yen } from '../../kit/format.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import type { Campaign } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useMay } from '../office.ts'
import { campaignQuery } from '../shelf/campaignQuery.ts'
import { Findings } from '../shelf/Findings.tsx'
import { Poster } from '../shelf/Poster.tsx'
import { Serials } from '../shelf/Serials.tsx'
import { useShelfWords } from '../shelf/words.ts'
import { Screen } from '../Top.tsx'

/** One shelf campaign: how it goes, its prizes, what it may run into, its serials and its poster. */
export function ShelfCampaignPage() {
  const name = useName()
  const { campaign_id = '' } = useParams()
  const campaign = useQuery(campaignQuery(campaign_id))
  return (
    <Screen title={campaign.data ? name(campaign.data) : ''}>
      {campaign.isError ? (
        <ErrorState error={campaign.error} onRetry={() => campaign.refetch()} />
      ) : campaign.data ? (
        <Whole campaign={campaign.data} />
      ) : (
        <SkeletonRows rows={6} className="h-14" />
      )}
    </Screen>
  )
}

function Whole({ campaign }: { campaign: Campaign }) {
  const w = useShelfWords()
  const name = useName()
  const makes = useMay(['marketer'])
  const { figures, prizes, odds_den } = campaign
  const numbers: [string, number][] = [
    [w.entries, figures.entries],
    [w.waiting, figures.waiting],
    [w.kept, figures.kept],
    [w.points, figures.points],
    [w.won, figures.won],
    [w.serials, figures.serials],
  ]
  return (
    <div className="grid items-start gap-8 desk:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-6">
        <header className="grid gap-1">
          <p className="flex flex-wrap items-center gap-3">
            <b className="text-22">{name(campaign)}</b>
            <span className="ui rounded-full bg-sunk px-2.5 py-0.5 text-12 text-ink-2">{w[campaign.state]}</span>
          </p>
          <p className="figures text-14 text-ink-2">
            {campaign.maker} ・ {campaign.starts_on} – {campaign.ends_on}
          </p>
        </header>
        {makes && <Acts campaign={campaign} />}
        <dl className="grid grid-cols-3 gap-4 tablet:grid-cols-6">
          {numbers.map(([label, value]) => (
            <div key={label}>
              <dt className="ui text-12 text-ink-2">{label}</dt>
              <dd className="figures text-22">{figure(value)}</dd>
            </div>
          ))}
        </dl>
        {prizes.length > 0 && (
          <section className="grid gap-2">
            <h2 className="text-14 text-ink-2">{w.prizes}</h2>
            <ul className="divide-y divide-line border-y border-line">
              {prizes.map((prize) => (
                <li key={prize.prize_id} className="ui flex flex-wrap justify-between gap-x-4 py-3 text-14">
                  <b>{name(prize)}</b>
                  <span className="figures text-ink-2">
                    {w.prizeLine(
                      yen(prize.value_yen),
                      w.oddsOf(figure(prize.odds_num), figure(odds_den)),
                      w.leftOf(figure(prize.left_count), figure(prize.quantity)),
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Findings campaign={campaign} makes={makes} />
      </div>
      <Poster campaign={campaign} />
    </div>
  )
}

function Acts({ campaign: { campaign_id, state } }: { campaign: Campaign }) {
  const w = useShelfWords()
  const text = useText()
  const say = useToast()
  const cache = useQueryClient()
  const params = { path: { campaign_id } }
  const again = () =>
    Promise.all(['shelf-campaign', 'shelf-campaigns'].map((one) => cache.invalidateQueries({ queryKey: [one] })))
  const open = useAct(async (key) => {
    await take(api.POST('/v1/proofs/campaigns/{campaign_id}/opening', { params, ...keyed(key) }))
    say(w.opened)
    await again()
  })
  const stop = useAct(async (key) => {
    await take(api.POST('/v1/proofs/campaigns/{campaign_id}/stop', { params, ...keyed(key) }))
    say(w.stoppedDone)
    await again()
  })
  const refused = open.refused ?? stop.refused
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {state === 'live' ? (
          <Button look="outline" isDisabled={stop.busy} onPress={() => stop.run()}>
            {w.stop}
          </Button>
        ) : (
          <Button isDisabled={open.busy} onPress={() => open.run()}>
            {state === 'draft' ? w.open : w.openAgain}
          </Button>
        )}
        {state === 'draft' && (
          <Link to={`/shelf-campaigns/${campaign_id}/edit`} className={buttonClass('outline')}>
            {w.edit}
          </Link>
        )}
        <Serials campaign_id={campaign_id} />
      </div>
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
    </div>
  )
}
