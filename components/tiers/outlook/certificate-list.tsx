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
import type { OwnCertificate } from "@/lib/domains/tiers/rules/project-runs";
import { formatDate } from "@/lib/platform/format";
import type { Day } from "@/lib/platform/time";
import { openWords, type Words } from "./words";

/** The certificates behind the receipt's counts of experts, each with whether it counted. */
export async function CertificateList({
	certificates,
	asOf,
}: {
	certificates: readonly OwnCertificate[];
	asOf: Day;
}) {
	const words = await openWords();
	const { t, locale } = words;
	const description = t("certs.description", { day: formatDate(asOf, locale, { long: true }) });
	return (
		<Card id="certificates" className="scroll-mt-20">
			<CardHeader title={t("certs.title")} description={description} />
			{certificates.length === 0 ? (
				<CardBody className="text-ink-soft text-sm">{t("certs.empty")}</CardBody>
			) : (
				<CertificateTable {...{ certificates, asOf, words }} />
			)}
		</Card>
	);
}

function CertificateTable({
	certificates,
	asOf,
	words: { t, locale },
}: {
	certificates: readonly OwnCertificate[];
	asOf: Day;
	words: Words;
}) {
	return (
		<Table label={t("certs.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("certs.holder")}</TableHead>
					<TableHead>{t("certs.level")}</TableHead>
					<TableHead>{t("certs.number")}</TableHead>
					<TableHead>{t("certs.issued")}</TableHead>
					<TableHead>{t("certs.ends")}</TableHead>
					<TableHead>{t("certs.counts")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{certificates.map((one) => (
					<TableRow key={one.number}>
						<TableRowHead className="whitespace-nowrap">{one.holderName}</TableRowHead>
						<TableCell className="whitespace-nowrap">{t(`certs.levels.${one.level}`)}</TableCell>
						<TableCell className="figure whitespace-nowrap">{one.number}</TableCell>
						<TableCell className="figure whitespace-nowrap">{formatDate(one.issuedOn, locale)}</TableCell>
						<TableCell className="figure whitespace-nowrap">{formatDate(one.endsOn, locale)}</TableCell>
						<TableCell className="whitespace-nowrap text-ink-soft">
							{t(standingOf(one, certificates, asOf))}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

const rank = { junior: 1, intermediate: 2, senior: 3 } as const;

/** Of several certificates of one person the highest counts; of equal ones the first in the list. */
function standingOf(one: OwnCertificate, all: readonly OwnCertificate[], asOf: Day) {
	if (one.issuedOn > asOf) return "certs.notYet";
	const own = all.filter((other) => other.holderName === one.holderName && other.issuedOn <= asOf);
	const best = own.reduce((top, other) => (rank[other.level] > rank[top.level] ? other : top), own[0] ?? one);
	return best === one ? "certs.counted" : "certs.notCounted";
}
