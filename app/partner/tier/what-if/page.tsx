import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { WhatIfForm } from "@/components/tiers/outlook/what-if-form";
import { WhatIfResult } from "@/components/tiers/outlook/what-if-result";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadWhatIf } from "@/lib/domains/tiers/loaders/outlook";
import { formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("outlook");
	return { title: t("whatIf.metaTitle") };
}

export default async function WhatIfPage({
	searchParams,
}: {
	searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
	const [t, locale, trial] = await Promise.all([
		getTranslations("outlook"),
		getLocale(),
		searchParams.then(loadWhatIf),
	]);
	const back = (
		<Button asChild variant="secondary">
			<Link href={routes.partner.tier()}>
				<ArrowLeft aria-hidden="true" />
				{t("whatIf.back")}
			</Link>
		</Button>
	);
	if (!trial) {
		return (
			<>
				<PageHeader title={t("whatIf.title")} />
				<EmptyState title={t("whatIf.noReceipt")} description={t("whatIf.noReceiptHint")} actions={back} />
			</>
		);
	}
	const month = formatMonth(trial.stored.period, locale);
	return (
		<>
			<PageHeader title={t("whatIf.title")} description={t("whatIf.description", { month })} actions={back} />
			<div className="space-y-6">
				<WhatIfForm trial={trial} />
				<WhatIfResult trial={trial} />
			</div>
		</>
	);
}
