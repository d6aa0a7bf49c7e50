import type { Metadata } from "next";
import Link from "next/link";
import { ApplicationFacts } from "@/components/benefits/application-facts";
import { DecideCard } from "@/components/benefits/decide-card";
import { EligibilityList } from "@/components/benefits/eligibility-list";
import { History } from "@/components/benefits/history";
import { benefitOf, stateTones } from "@/components/benefits/words";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadBenefitApplication } from "@/lib/domains/benefits/loaders/ops";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("application.title") };
}

export default async function BenefitApplicationPage({ params }: { params: Promise<{ id: string }> }) {
	const [{ id }, t, locale] = await Promise.all([params, getTranslations("benefits"), getLocale()]);
	const page = await loadBenefitApplication(id);
	const { application } = page;
	return (
		<ClientMessages namespaces={["benefits", "files", "errors"]}>
			<Crumb label={application.organisationName} />
			<PageHeader
				title={application.organisationName}
				description={
					<Link href={routes.ops.benefit(application.benefitId)} className="text-brand-ink hover:underline">
						{benefitOf(application, locale)}
					</Link>
				}
				meta={
					<>
						<StatusBadge
							status={application.state}
							tones={stateTones}
							label={t(`states.${application.state}`)}
						/>
						<CopyableId value={application.id} label={t("application.title")} />
					</>
				}
				actions={
					<DecideCard
						id={id}
						state={application.state}
						canDecide={page.canDecide}
						isFirst={page.isFirst}
						isOfTwo={page.isOfTwo}
						isUsedUp={page.isUsedUp}
						canClawBack={page.canClawBack}
					/>
				}
			/>
			<div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="min-w-0 space-y-6">
					<ApplicationFacts application={application} uses={page.uses} files={page.files} isOps />
				</div>
				<div className="space-y-6">
					<Card>
						<CardHeader title={t("application.history")} />
						<CardBody>
							<History lines={page.history} label={t("application.history")} />
						</CardBody>
					</Card>
					<Card>
						<CardHeader title={t("application.found")} />
						<CardBody>
							<EligibilityList
								conditions={application.eligibility.conditions}
								benefit={{ unit: application.unit, period: application.period }}
								tracks={page.tracks}
								isRecord
							/>
						</CardBody>
					</Card>
				</div>
			</div>
		</ClientMessages>
	);
}
