import { Card, CardBody } from "@/components/ui/card";
import { type Step, Stepper } from "@/components/ui/stepper";
import type { OwnActivation } from "@/lib/domains/admission/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AgreementCard } from "./agreement-card";
import { DepositCard, type DepositCardProps } from "./deposit-card";

export type ActivationViewProps = {
	activation: OwnActivation;
	application: DepositCardProps["application"];
	today: string;
	depositFiles: DepositCardProps["files"];
};

/** The two things between an approval and the first day as a partner, in either order. */
export async function ActivationView({ activation, application, today, depositFiles }: ActivationViewProps) {
	return (
		<div className="space-y-6">
			<Steps activation={activation} />
			<AgreementCard applicationId={application.id} {...activation} />
			<DepositCard application={application} today={today} files={depositFiles} {...activation} />
		</div>
	);
}

async function Steps({ activation }: { activation: OwnActivation }) {
	const [t, tCommon, locale] = await Promise.all([
		getTranslations("activation"),
		getTranslations("admission"),
		getLocale(),
	]);
	const { acceptance, deposit, admittedOn } = activation;
	const stateOf = (isDone: boolean): Step["state"] => (isDone ? "done" : "current");
	const steps: Step[] = [
		{
			id: "agreement",
			label: t("steps.agreement"),
			state: stateOf(acceptance !== null),
			href: "#agreement",
			hint: acceptance && formatDate(acceptance.acceptedAt, locale),
		},
		{
			id: "deposit",
			label: t("steps.deposit"),
			state: deposit?.state === "RETURNED" ? "error" : stateOf(deposit?.state === "CONFIRMED"),
			href: "#deposit",
			hint: deposit && t(`deposit.states.${deposit.state}`),
		},
		{
			id: "active",
			label: t("steps.active"),
			state: admittedOn ? "done" : "todo",
			hint: admittedOn && formatDate(admittedOn, locale),
		},
	];
	return (
		<Card>
			<CardBody className="pt-5">
				<Stepper
					label={t("steps.label")}
					steps={steps}
					stateLabels={{
						done: tCommon("home.stepState.done"),
						current: tCommon("home.stepState.current"),
						todo: tCommon("home.stepState.todo"),
						error: t("steps.error"),
					}}
				/>
			</CardBody>
		</Card>
	);
}
