import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { boardMoves, boardZones, type TrackRanking } from "@/lib/domains/tiers/types/leaderboard";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { tierLabel } from "../tier-names";
import type { BoardWords } from "./board-words";

type BoardFiltersProps = { runId: string; ranking: TrackRanking; words: BoardWords };

/** Search, jump to a rank, and what to leave out; all of it in the address. */
export async function BoardFilters({ runId, ranking, words: { t, locale } }: BoardFiltersProps) {
	const tCommon = await getTranslations("common");
	const { query, trackCode, field } = ranking;
	const all = tCommon("state.all");
	const active = [query.find !== "", query.tier, query.move, query.zone];
	return (
		<FilterBar
			path={routes.ops.evaluation(runId)}
			keep={{ track: trackCode }}
			activeCount={active.filter(Boolean).length}
		>
			<Field label={t("board.find")}>
				<Input name="find" type="search" key={query.find} defaultValue={query.find} maxLength={80} />
			</Field>
			<Field label={t("board.jump")}>
				<Input
					name="from"
					type="number"
					inputMode="numeric"
					min={1}
					max={Math.max(1, field.field.eligible)}
					key={query.from}
					defaultValue={query.from ?? ""}
				/>
			</Field>
			<Field label={t("board.moved")}>
				<NativeSelect
					name="move"
					key={query.move}
					defaultValue={query.move ?? ""}
					emptyLabel={all}
					options={boardMoves.map((move) => ({ value: move, label: t(`board.move.${move}`) }))}
				/>
			</Field>
			<Field label={t("board.zone")}>
				<NativeSelect
					name="zone"
					key={`${query.zone} ${query.tier}`}
					defaultValue={query.tier ? `T${query.tier}` : (query.zone ?? "")}
					emptyLabel={all}
					options={[
						...boardZones.map((zone) => ({ value: zone, label: t(`board.zoneName.${zone}`) })),
						...field.rules.tiers.map(({ level }) => ({
							value: `T${level}`,
							label: tierLabel(field.rules.tiers, level, locale),
						})),
					]}
				/>
			</Field>
		</FilterBar>
	);
}
