import { showHundredths } from "@/lib/domains/playbook/rules/show-criteria";
import type { StepPolicyDocument } from "@/lib/domains/playbook/types/step-policy";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { LandingSection } from "./section";

const steps = ["distribution", "traffic", "selfLive", "private", "exclusive"] as const;

/** What the texts of the steps quote, as the policy in force has it. */
function figuresOf(policy: StepPolicyDocument) {
	return {
		days: policy.windowDays,
		burst: showHundredths(policy.burstHundredths),
		publicShare: formatBps(policy.publicShareBps),
		growth: showHundredths(policy.growthHundredths),
		liveDays: policy.liveDays,
		liveHours: formatCount(Math.ceil(policy.liveMinutes / 60)),
		selfLiveShare: formatBps(policy.selfLiveShareBps),
		repurchaseDays: policy.repurchaseDays,
		repurchase: formatBps(policy.repurchaseBps),
		privateShare: formatBps(policy.privateShareBps),
		onSaleDays: policy.exclusiveOnSaleDays,
		exclusiveShare: formatBps(policy.exclusiveShareBps),
	};
}

export async function BrandSteps({ policy }: { policy: StepPolicyDocument }) {
	const figures = figuresOf(policy);
	const t = await getTranslations("landing");
	return (
		<LandingSection
			id="steps"
			wind={4}
			eyebrow={t("steps.eyebrow")}
			title={t("steps.title")}
			lead={t("steps.lead")}
		>
			<ol className="relative grid gap-x-6 gap-y-8 sm:grid-cols-2 lg:grid-cols-5">
				<svg
					aria-hidden="true"
					viewBox="0 0 1200 60"
					preserveAspectRatio="none"
					fill="none"
					className="-top-2 absolute inset-x-0 hidden h-16 w-full stroke-brand lg:block"
				>
					<path
						d="M0 50c140 0 160-30 300-24s150 24 300 10 170-34 300-18 170 22 300-16"
						strokeWidth="2"
						vectorEffect="non-scaling-stroke"
						opacity=".55"
					/>
				</svg>
				{steps.map((step, index) => (
					<li key={step} className="relative flex gap-4 lg:flex-col">
						<span className="figure sail flex size-12 shrink-0 items-center justify-center bg-night font-bold text-lg text-spark">
							{index + 1}
						</span>
						<span>
							<span className="block font-semibold text-ink text-lg">{t(`steps.${step}.title`)}</span>
							<span className="mt-1 block text-ink-soft text-sm">{t(`steps.${step}.text`, figures)}</span>
						</span>
					</li>
				))}
			</ol>
		</LandingSection>
	);
}
