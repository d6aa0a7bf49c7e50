import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { TrustSpeech } from "@/lib/domains/trust/rules/policy/policy-words";
import { workingInWords } from "@/lib/domains/trust/rules/say-working";
import type { ScreenReason, StoredWorking } from "@/lib/domains/trust/types/claims";
import { formatFen } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { working: StoredWorking | null; missing: string | null };

/** The amount line by line: the promise, the law's floor, which of them is owed and why. */
export async function WorkingCard({ working, missing }: Props) {
	const [t, rules] = await Promise.all([getTranslations("trustclaims"), getTranslations("trustrules")]);
	const speech = rules as unknown as TrustSpeech;
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("working.title")} />
			{working ? (
				<Table label={t("working.title")} stickyFirst={false}>
					<TableHeader className="sr-only">
						<TableRow>
							<TableHead>{t("working.title")}</TableHead>
							<TableHead numeric>{t("working.amount")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{working.lines.map(({ fen, ...line }) => {
							const isTotal = line.code === "TOTAL";
							const words = workingInWords(speech, { ...line, fen: BigInt(fen) }, formatFen);
							return (
								<TableRow key={`${line.code}-${fen}`}>
									<TableRowHead className={isTotal ? "font-semibold" : "font-normal"}>{words}</TableRowHead>
									<TableCell numeric className={isTotal ? "font-semibold" : undefined}>
										{formatFen(BigInt(fen))}
									</TableCell>
								</TableRow>
							);
						})}
					</TableBody>
				</Table>
			) : (
				<CardBody>
					<p className="text-ink-soft text-sm">
						{missing
							? t("working.missing", { reason: rules(`reason.${missing as ScreenReason}`) })
							: t("working.none")}
					</p>
				</CardBody>
			)}
		</Card>
	);
}
