import { FileCheck2, TrendingUp, Users } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import { getTranslations } from "@/lib/platform/i18n/server";
import { PublishedStandards } from "./published-standards";
import { StartButton } from "./start-button";

export type StartPanelProps = {
	policy: { version: number; document: AdmissionPolicy };
	tracks: readonly { code: string; nameZh: string; nameEn: string }[];
};

const needs = [
	{ key: "licence", Icon: FileCheck2 },
	{ key: "team", Icon: Users },
	{ key: "facts", Icon: TrendingUp },
] as const;

/** Before the first word: what it takes, by which standards, and the way in. */
export async function StartPanel({ policy, tracks }: StartPanelProps) {
	const t = await getTranslations("admission");
	return (
		<div className="space-y-6">
			<section className="sail-lg relative overflow-hidden bg-night p-6 text-on-night sm:p-10">
				<div aria-hidden="true" className="isobars absolute inset-0 text-on-night opacity-15" />
				<div className="relative max-w-2xl">
					<h2 className="font-semibold text-2xl">{t("apply.heroTitle")}</h2>
					<p className="mt-2 text-pretty text-base text-on-night-soft">
						{t("apply.heroText", { days: policy.document.reviewWorkingDays })}
					</p>
					<div className="mt-6">
						<StartButton label={t("apply.start")} />
					</div>
				</div>
			</section>
			<div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
				<Card>
					<CardHeader
						title={t("apply.standardsTitle")}
						description={t("apply.standardsText", {
							version: policy.version,
						})}
					/>
					<CardBody>
						<PublishedStandards policy={policy.document} tracks={tracks} />
					</CardBody>
				</Card>
				<Card>
					<CardHeader title={t("apply.needTitle")} />
					<CardBody>
						<ul className="space-y-3">
							{needs.map(({ key, Icon }) => (
								<li key={key} className="flex items-start gap-3 text-ink-soft text-sm">
									<Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-brand" />
									{t(`apply.need.${key}`)}
								</li>
							))}
						</ul>
					</CardBody>
				</Card>
			</div>
		</div>
	);
}
