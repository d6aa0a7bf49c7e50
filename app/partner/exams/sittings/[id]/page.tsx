import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { OwnPractical } from "@/components/sitting/own-practical";
import { ResultView } from "@/components/sitting/result-view";
import { SittingRoom } from "@/components/sitting/sitting-room";
import { loadOwnSitting } from "@/lib/domains/certification/loaders/exams";
import { loadOwnPractical } from "@/lib/domains/certification/loaders/practicals";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	await params.then(({ id }) => loadOwnSitting(id));
	return { title: (await getTranslations("sitting"))("page.title") };
}

export default async function SittingPage({ params }: Props) {
	const [t, locale, sitting] = await Promise.all([
		getTranslations("sitting"),
		getLocale(),
		params.then(({ id }) => loadOwnSitting(id)),
	]);
	const practical = await loadOwnPractical(sitting.sittingId);
	const name = locale === "en" ? sitting.windowEn : sitting.windowZh;
	return (
		<ClientMessages namespaces={["sitting", "errors", "common", "files"]}>
			<Crumb label={name} />
			<PageHeader title={`${t(`levels.${sitting.level}`)} · ${name}`} />
			{sitting.state === "SITTING" ? (
				<SittingRoom sittingId={sitting.sittingId} />
			) : (
				<div className="space-y-6">
					<ResultView sitting={sitting} />
					{practical && <OwnPractical sittingId={sitting.sittingId} own={practical} />}
				</div>
			)}
		</ClientMessages>
	);
}
