import Link from "next/link";
import { StateBadge } from "@/components/admission/state-badge";
import { NextPanel } from "@/components/admission/status/next-panel";
import { StartButton } from "@/components/admission/status/start-button";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { readForm } from "@/lib/domains/admission/rules/form-errors";
import { readProgress } from "@/lib/domains/admission/rules/form-progress";
import { openSteps } from "@/lib/domains/admission/rules/next-turn";
import type { AdmissionStanding } from "@/lib/domains/admission/types";
import { formatBps } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** Before admission: the one thing to do next, or whose turn it is. */
export async function StandingHero(standing: AdmissionStanding) {
	const t = await getTranslations("admission");
	const { application, clock } = standing;
	if (!application) return <BeginHero />;
	if (application.state === "DRAFT") return <DraftHero {...standing} application={application} />;
	const { state } = application;
	const mayBegin =
		state === "WITHDRAWN" ||
		Boolean(standing.activation?.exitedOn) ||
		(state === "REJECTED" && standing.afterRejection?.mayReapply);
	const needsCompany = standing.activation !== null && openSteps(standing.activation).length > 0;
	const view = state === "CHANGES_REQUESTED" ? "home.mend" : needsCompany ? "home.activate" : "home.view";
	return (
		<NextPanel
			state={state}
			clock={clock}
			requestCount={standing.requestCount}
			activation={standing.activation}
			appeals={standing.appeals}
			actions={
				<>
					{mayBegin && <StartButton label={t("apply.again")} />}
					<Button asChild variant={mayBegin ? "secondary" : "primary"}>
						<Link href={routes.partner.application()}>{t(view)}</Link>
					</Button>
				</>
			}
		/>
	);
}

async function BeginHero() {
	const t = await getTranslations("admission");
	return (
		<NightHero title={t("home.startTitle")} text={t("home.startText")}>
			<StartButton label={t("apply.start")} />
		</NightHero>
	);
}

type DraftHeroProps = AdmissionStanding & { application: NonNullable<AdmissionStanding["application"]> };

async function DraftHero({ application, policy, trackCodes, today }: DraftHeroProps) {
	const t = await getTranslations("admission");
	const reading = readForm(application.form, {
		policyVersion: policy.version,
		policy: policy.document,
		trackCodes,
		today,
	});
	const progress = readProgress(application.form, policy.document, reading.ok ? {} : reading.errors);
	const percent = formatBps(Math.floor((progress.done * 100) / progress.total) * 100);
	const title = t("home.draftTitle", { percent });
	return (
		<NightHero
			title={title}
			text={t("home.draftText", { count: progress.total - progress.done })}
			badge={<StateBadge state={application.state} label={t(`states.${application.state}`)} />}
		>
			<div className="w-full max-w-md">
				<Progress label={title} value={progress.done} max={progress.total} className="mb-5" />
				<Button asChild variant="spark" size="lg">
					<Link href={routes.partner.application()}>{t("home.continue")}</Link>
				</Button>
			</div>
		</NightHero>
	);
}

type NightHeroProps = { title: string; text: string; badge?: React.ReactNode; children: React.ReactNode };

function NightHero({ title, text, badge, children }: NightHeroProps) {
	return (
		<section className="sail-lg relative overflow-hidden bg-night p-6 text-on-night sm:p-10">
			<div aria-hidden="true" className="isobars absolute inset-0 text-on-night opacity-15" />
			<div className="relative max-w-2xl">
				{badge && <div className="mb-3">{badge}</div>}
				<h2 className="font-semibold text-2xl">{title}</h2>
				<p className="mt-2 mb-6 text-pretty text-base text-on-night-soft">{text}</p>
				{children}
			</div>
		</section>
	);
}
