import type { Metadata } from "next";
import Link from "next/link";
import { OwnList } from "@/components/fund/own/own-list";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnFund } from "@/lib/domains/fund/loaders/partner";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("fund"))("own.title") };
}

export default async function OwnFundPage() {
	const [t, { applications, objection }] = await Promise.all([getTranslations("fund"), loadOwnFund()]);
	const apply = objection === null && (
		<Button asChild>
			<Link href={routes.partner.newFundApplication()}>{t("own.apply")}</Link>
		</Button>
	);
	return (
		<>
			<PageHeader
				title={t("own.title")}
				description={t("own.description")}
				actions={applications.length > 0 && apply}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="min-w-0 space-y-6">
					{applications.length > 0 ? (
						<OwnList applications={applications} />
					) : (
						<Card>
							<EmptyState
								title={t("own.none")}
								description={objection ? t(`own.objections.${objection}`) : t("own.noneHint")}
								actions={apply}
							/>
						</Card>
					)}
					{applications.length > 0 && objection && (
						<p className="text-ink-faint text-xs">{t(`own.objections.${objection}`)}</p>
					)}
				</div>
				<HowItGoes />
			</div>
		</>
	);
}

async function HowItGoes() {
	const t = await getTranslations("fund");
	return (
		<Card>
			<CardHeader title={t("own.how")} />
			<CardBody>
				<ol className="space-y-2.5 text-ink-soft text-sm">
					{([1, 2, 3, 4] as const).map((step) => (
						<li key={step} className="flex gap-3">
							<span aria-hidden="true" className="figure font-semibold text-brand-ink">
								{step}
							</span>
							{t(`own.how${step}`)}
						</li>
					))}
				</ol>
			</CardBody>
		</Card>
	);
}
