import { Check, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import type { ApplicationState } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type StepState = "done" | "current" | "todo";
type Step = {
	id: "apply" | "review" | "activate" | "shops" | "tier" | "members";
	href: string;
	state: StepState;
};

export type NextStepsProps = {
	state: ApplicationState | null;
	isPartner: boolean;
	reviewWorkingDays: number;
};

/** The way from the first word to the first tier, with where one stands on it. */
function stepsOf({ state, isPartner }: NextStepsProps): Step[] {
	const isApproved = isPartner || state === "APPROVED";
	const isSubmitted = isApproved || state === "SUBMITTED" || state === "IN_REVIEW";
	return [
		{ id: "apply", href: routes.partner.application(), state: isSubmitted ? "done" : "current" },
		{
			id: "review",
			href: routes.partner.application(),
			state: isApproved ? "done" : isSubmitted ? "current" : "todo",
		},
		{
			id: "activate",
			href: routes.partner.application(),
			state: isPartner ? "done" : isApproved ? "current" : "todo",
		},
		{
			id: "shops",
			href: routes.partner.shops(),
			state: isPartner ? "current" : "todo",
		},
		{ id: "tier", href: routes.partner.tier(), state: "todo" },
		{ id: "members", href: routes.partner.members(), state: "todo" },
	];
}

const signs: Record<StepState, string> = {
	done: "border-brand bg-brand text-on-brand",
	current: "border-brand bg-brand-soft text-brand-ink",
	todo: "border-line-strong/60 text-ink-faint",
};

export async function NextSteps(props: NextStepsProps) {
	const t = await getTranslations("admission");
	return (
		<Card>
			<CardHeader title={t("home.stepsTitle")} />
			<CardBody className="px-2 pb-2">
				<ol>
					{stepsOf(props).map((step, index) => (
						<li key={step.id}>
							<Link
								href={step.href}
								className="group flex items-center gap-4 rounded-md px-3 py-3 -outline-offset-2 hover:bg-sunken"
							>
								<span
									aria-hidden="true"
									className={cn(
										"figure flex size-8 shrink-0 items-center justify-center rounded-full border text-sm",
										signs[step.state],
									)}
								>
									{step.state === "done" ? <Check className="size-4" /> : index + 1}
								</span>
								<span className="min-w-0 grow">
									<span className="flex flex-wrap items-baseline gap-x-3">
										<span className={cn("text-ink text-sm", step.state === "current" && "font-semibold")}>
											{t(`home.steps.${step.id}.title`)}
										</span>
										{step.id !== "members" && (
											<span className="text-ink-faint text-xs">{t(`home.stepState.${step.state}`)}</span>
										)}
									</span>
									<span className="block text-ink-faint text-xs">
										{t(`home.steps.${step.id}.text`, { days: props.reviewWorkingDays })}
									</span>
								</span>
								<ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
							</Link>
						</li>
					))}
				</ol>
			</CardBody>
		</Card>
	);
}
