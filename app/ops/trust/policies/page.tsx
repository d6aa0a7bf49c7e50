import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { trustFigures } from "@/lib/domains/trust/constants/policies";
import { loadTrustPolicies } from "@/lib/domains/trust/loaders/policies";
import { figuresOf } from "@/lib/domains/trust/rules/policy/policy-form";
import { type TrustSpeech, trustFigureInWords } from "@/lib/domains/trust/rules/policy/policy-words";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("trustrules");
	return { title: t("metaTitle") };
}

export default async function TrustPoliciesPage() {
	const [t, policies] = await Promise.all([getTranslations("trustrules"), loadTrustPolicies()]);
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<>
						<Button asChild variant="ghost">
							<Link href={routes.trustTerms()}>{t("overview.publicPage")}</Link>
						</Button>
						<Button asChild variant="secondary">
							<Link href={routes.ops.trustStress()}>{t("overview.stress")}</Link>
						</Button>
					</>
				}
			/>
			<div className="grid gap-4 md:grid-cols-2">
				{policies.map((policy) => (
					<PolicyCard key={policy.kind} policy={policy} />
				))}
			</div>
		</>
	);
}

type Policy = Awaited<ReturnType<typeof loadTrustPolicies>>[number];

async function PolicyCard({ policy: { kind, inForce, upcoming, hasDraft } }: { policy: Policy }) {
	const [t, tPolicies, locale] = await Promise.all([
		getTranslations("trustrules"),
		getTranslations("policies"),
		getLocale(),
	]);
	const speech = t as unknown as TrustSpeech;
	const values = figuresOf(inForce.document);
	return (
		<Card>
			<CardHeader
				title={t(`kind.${kind}`)}
				description={t(`kindHint.${kind}`)}
				actions={
					<Button asChild variant="secondary" size="sm">
						<Link href={routes.ops.trustPolicy(kind)}>{t("overview.open")}</Link>
					</Button>
				}
			/>
			<CardBody className="space-y-4">
				<div className="flex flex-wrap gap-2">
					<Badge tone="success">{tPolicies("overview.current", { version: inForce.version })}</Badge>
					{upcoming && (
						<Badge tone="info">
							{tPolicies("overview.upcomingTitle", {
								version: upcoming.version,
								day: formatDate(upcoming.effectiveFrom, locale),
							})}
						</Badge>
					)}
					{hasDraft && <Badge>{tPolicies("overview.draftOpen")}</Badge>}
				</div>
				<DescriptionList
					items={trustFigures[kind]
						.filter(({ group, unit }) => group === "promise" && unit !== "regions")
						.map(({ code, unit }) => ({
							term: speech(`figure.${code}`),
							detail: <span className="figure">{trustFigureInWords(speech, unit, values[code] ?? 0)}</span>,
						}))}
				/>
			</CardBody>
		</Card>
	);
}
