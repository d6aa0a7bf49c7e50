import Link from "next/link";
import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { SittingState } from "@/lib/domains/certification/constants/sittings";
import type { WindowCandidate } from "@/lib/domains/certification/types/windows";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ExtraTime } from "./extra-time";

type Standing = SittingState | "BOOKED" | "MISSED";
const tones: StatusTones<Standing> = {
	BOOKED: "neutral",
	SITTING: "info",
	PASSED: "success",
	FAILED: "danger",
	PRACTICAL: "warning",
	MISSED: "neutral",
};

type Props = { candidates: readonly WindowCandidate[]; isOver: boolean; mayGrant: boolean };

export async function CandidateTable({ candidates, isOver, mayGrant }: Props) {
	const t = await getTranslations("examdesk");
	return (
		<Table label={t("candidates.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("candidates.name")}</TableHead>
					<TableHead>{t("candidates.company")}</TableHead>
					<TableHead>{t("candidates.state")}</TableHead>
					<TableHead numeric>{t("candidates.progress")}</TableHead>
					<TableHead numeric>{t("candidates.points")}</TableHead>
					<TableHead numeric>{t("candidates.extra")}</TableHead>
					{mayGrant && <TableHead className="w-0" />}
				</TableRow>
			</TableHeader>
			<TableBody>
				{candidates.map((one) => (
					<CandidateLine
						key={one.bookingId}
						one={one}
						standing={one.state ?? (isOver ? "MISSED" : "BOOKED")}
						mayGrant={mayGrant}
					/>
				))}
			</TableBody>
		</Table>
	);
}

type LineProps = { one: WindowCandidate; standing: Standing; mayGrant: boolean };

async function CandidateLine({ one, standing, mayGrant }: LineProps) {
	const t = await getTranslations("examdesk");
	return (
		<TableRow>
			<TableRowHead className="whitespace-nowrap">{one.name}</TableRowHead>
			<TableCell className="min-w-40">
				<Link
					href={routes.ops.partner(one.partnerId)}
					className="hover:text-brand-ink hover:underline hover:underline-offset-4"
				>
					{one.partnerName}
				</Link>
			</TableCell>
			<TableCell>
				<StatusBadge status={standing} tones={tones} label={t(`candidates.states.${standing}`)} />
			</TableCell>
			<TableCell numeric>
				{one.state ? t("candidates.answered", { answered: one.answered, questions: one.questions }) : "–"}
			</TableCell>
			<TableCell numeric>
				{one.points === null
					? "–"
					: t("candidates.answered", { answered: one.points, questions: one.ofPoints ?? 0 })}
			</TableCell>
			<TableCell numeric>
				{one.extraPercent > 0 ? t("extra.value", { percent: one.extraPercent }) : t("extra.none")}
			</TableCell>
			{mayGrant && (
				<TableCell>
					{standing === "BOOKED" && (
						<ExtraTime
							bookingId={one.bookingId}
							name={one.name}
							percent={one.extraPercent}
							reason={one.extraReason}
						/>
					)}
				</TableCell>
			)}
		</TableRow>
	);
}
