import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Version = {
	version: number;
	effectiveFrom: string;
	publishedAt: Date;
	publishedBy: string | null;
	/** Where it took two people: who proposed it, and why. */
	proposedBy: string | null;
	reason: string | null;
	isShipped: boolean;
	status: "inForce" | "upcoming" | "past" | "skipped";
};

const tones = { inForce: "success", upcoming: "info", past: "neutral", skipped: "neutral" } as const;

/** Every version with its days and who published it. */
export async function VersionHistory({
	versions,
	compareHref,
}: {
	versions: readonly Version[];
	/** Where two versions are compared, the older first. */
	compareHref: (from: number, to: number) => string;
}) {
	const [t, locale] = await Promise.all([getTranslations("policies"), getLocale()]);
	const current = versions.find((one) => one.status === "inForce");
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("history.title")}
				description={versions.length === 1 ? t("history.none") : undefined}
			/>
			<Table label={t("history.title")}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("history.version")}</TableHead>
						<TableHead>{t("history.state")}</TableHead>
						<TableHead>{t("history.effective")}</TableHead>
						<TableHead className="min-w-40">{t("history.publishedBy")}</TableHead>
						<TableHead>{t("history.publishedAt")}</TableHead>
						<TableHead>{t("history.actions")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{versions.map((one) => (
						<TableRow key={one.version}>
							<TableRowHead className="whitespace-nowrap">
								{t("versionName", { version: one.version })}
							</TableRowHead>
							<TableCell>
								<Badge tone={tones[one.status]}>{t(`status.${one.status}`)}</Badge>
							</TableCell>
							<TableCell className="figure whitespace-nowrap">
								{one.isShipped ? "–" : formatDate(one.effectiveFrom, locale)}
							</TableCell>
							<TableCell>
								{one.isShipped && t("history.shipped")}
								{!one.isShipped &&
									(one.proposedBy
										? t("history.byTwo", { proposer: one.proposedBy, publisher: one.publishedBy ?? "–" })
										: (one.publishedBy ?? "–"))}
								{one.reason && <p className="mt-0.5 max-w-md text-ink-faint text-xs">{one.reason}</p>}
							</TableCell>
							<TableCell className="figure whitespace-nowrap">
								{formatDateTime(one.publishedAt, locale)}
							</TableCell>
							<TableCell className="whitespace-nowrap">
								{current && one.version !== current.version ? (
									<Link
										href={compareHref(
											Math.min(one.version, current.version),
											Math.max(one.version, current.version),
										)}
										className="rounded-sm text-brand-ink underline underline-offset-4"
									>
										{t("history.compareWithCurrent")}
									</Link>
								) : (
									"–"
								)}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
