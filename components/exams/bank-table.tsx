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
import type { QuestionState } from "@/lib/domains/certification/constants/questions";
import type { BankRow } from "@/lib/domains/certification/types/bank";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export const questionTones: StatusTones<QuestionState> = {
	DRAFT: "neutral",
	IN_REVIEW: "warning",
	APPROVED: "success",
	RETURNED: "danger",
	RETIRED: "neutral",
};

type Props = { rows: readonly BankRow[]; topics: readonly { code: string; name: string }[] };

export async function BankTable({ rows, topics }: Props) {
	const t = await getTranslations("examdesk");
	return (
		<Table label={t("bank.table")} density="compact" stickyFirst={false}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("bank.question")}</TableHead>
					<TableHead>{t("bank.state")}</TableHead>
					<TableHead>{t("bank.tags")}</TableHead>
					<TableHead>{t("bank.kind")}</TableHead>
					<TableHead>{t("bank.writer")}</TableHead>
					<TableHead numeric>{t("bank.sittings")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.id}>
						<TableRowHead className="min-w-64 max-w-md">
							<Link
								href={routes.ops.question(row.id)}
								className="line-clamp-2 text-ink hover:text-brand-ink hover:underline hover:underline-offset-4"
							>
								{row.stem || row.code}
							</Link>
							<span className="mt-0.5 block font-mono font-normal text-ink-faint text-xs">
								{row.code} · {t("bank.version", { version: row.version })}
							</span>
						</TableRowHead>
						<TableCell className="whitespace-nowrap">
							<StatusBadge status={row.state} tones={questionTones} label={t(`states.${row.state}`)} />
							{row.hasApproved && (
								<span className="mt-1 block text-ink-faint text-xs">{t("bank.newer")}</span>
							)}
						</TableCell>
						<TableCell className="whitespace-nowrap">
							{t(`levels.${row.level}`)} · {t(`difficulty.${row.difficulty}`)}
							<span className="block text-ink-faint text-xs">
								{topics.find(({ code }) => code === row.topic)?.name ?? row.topic}
								{row.force && ` · ${t(`forces.${row.force}`)}`}
							</span>
						</TableCell>
						<TableCell className="whitespace-nowrap">{t(`kinds.${row.kind}`)}</TableCell>
						<TableCell className="whitespace-nowrap">{row.writtenBy ?? t("question.unknown")}</TableCell>
						<TableCell numeric>{formatCount(row.sittings)}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
