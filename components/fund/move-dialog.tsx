"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { moveFundCase } from "@/lib/domains/fund/actions";
import { findEdge } from "@/lib/domains/fund/rules/transitions";
import { moveFundSchema } from "@/lib/domains/fund/schema";
import type { FundCard, FundStage } from "@/lib/domains/fund/types";

export type Movable = Pick<FundCard, "id" | "number" | "version" | "stage">;
type Target = "SCREENING" | "DUE_DILIGENCE" | "COMMITTEE" | "DECLINED";
type Props = {
	application: Movable;
	moves: readonly FundStage[];
	size?: ButtonProps["size"];
	variant?: ButtonProps["variant"];
};

const targets = ["SCREENING", "DUE_DILIGENCE", "COMMITTEE", "DECLINED"] as const satisfies readonly Target[];

export function targetsAmong(moves: readonly FundStage[]): Target[] {
	return targets.filter((to) => moves.includes(to));
}

/** Takes an application to another stage; a menu and a reason, so that it works without dragging. */
export function MoveDialog({ application, moves, size = "sm", variant = "secondary" }: Props) {
	const t = useTranslations("fund");
	const { open, setOpen, finish } = useClosingDialog(t("move.done"));
	const choices = targetsAmong(moves);
	if (choices.length === 0) return null;
	const { number } = application;
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size={size} variant={variant} aria-label={t("move.openFor", { number })}>
					{t("move.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("move.title", { number })}>
				<MoveForm application={application} choices={choices} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

type FormProps = {
	application: Movable;
	choices: readonly Target[];
	/** What is chosen at first. */
	to?: Target;
	onDone: () => void;
};

export function MoveForm({ application, choices, to: wanted = choices[0], onDone }: FormProps) {
	const t = useTranslations("fund");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: moveFundSchema,
		defaults: {
			applicationId: application.id,
			version: application.version,
			to: wanted ?? "SCREENING",
			reason: "",
		},
		action: moveFundCase,
		onDone,
	});
	const to = (form.watch("to") ?? wanted) as Target;
	const edge = findEdge(application.stage, to);
	const isDecline = to === "DECLINED";
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("move.to")} hint={t(`move.hint.${to}`)} required>
				<NativeSelect
					{...form.register("to")}
					options={choices.map((value) => ({ value, label: t(`stages.${value}`) }))}
				/>
			</Field>
			<Field
				label={t(isDecline ? "move.reasonShared" : "move.reason")}
				hint={t(edge?.isShared ? "move.reasonRead" : "move.reasonInternal")}
				error={errorOf("reason")}
				required={edge?.needsReason ?? false}
			>
				<Textarea {...form.register("reason")} rows={4} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending} variant={isDecline ? "danger" : "primary"}>
					{t(isDecline ? "move.decline" : "move.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
