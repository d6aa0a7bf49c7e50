import type { Metadata } from "next";
import { CertificateCards } from "@/components/certificates/certificate-cards";
import { HeadsCard } from "@/components/certificates/heads-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { SeatList } from "@/components/sitting/seat-list";
import { WindowList } from "@/components/sitting/window-list";
import { loadExams } from "@/lib/domains/certification/loaders/exams";
import { loadOwnTier } from "@/lib/domains/tiers/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("sitting"))("page.title") };
}

export default async function ExamsPage() {
	const [t, exams, tier] = await Promise.all([getTranslations("sitting"), loadExams(), loadOwnTier()]);
	return (
		<ClientMessages namespaces={["sitting", "errors", "common"]}>
			<PageHeader title={t("page.title")} description={t("page.description")} />
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="min-w-0 space-y-6">
					<SeatList bookings={exams.bookings} ownId={exams.scope.userId} mayBook={exams.mayBook} />
					<WindowList windows={exams.windows} ownId={exams.scope.userId} />
				</div>
				<div className="min-w-0 space-y-6">
					<HeadsCard heads={exams.heads} tier={tier} />
					<CertificateCards certificates={exams.certificates} today={exams.today} />
				</div>
			</div>
		</ClientMessages>
	);
}
