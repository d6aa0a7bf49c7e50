"use client";

import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { useTranslations } from "use-intl";
import { newKey } from "@/components/forms/new-key";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { moveTrustDeposit } from "@/lib/domains/trust/actions/claims";
import { moveDepositSchema } from "@/lib/domains/trust/schema/claims";
import { formatFen } from "@/lib/platform/format";

/** Notes money that came in or went out; what waited for it is paid at once. */
export function MoveDeposit({ shopId }: { shopId: number | null }) {
	const t = useTranslations("trustclaims");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>{t("account.move")}</Button>
			</DialogTrigger>
			<DialogContent title={t("account.move")}>
				<MoveForm shopId={shopId} onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function MoveForm({ shopId, onDone }: { shopId: number | null; onDone: () => void }) {
	const t = useTranslations("trustclaims");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: moveDepositSchema,
		defaults: { shopId, kind: "TOP_UP" as const, amount: "", reason: "", key: newKey() },
		action: moveTrustDeposit,
		onDone: ({ balanceFen, paid }) => {
			const balance = formatFen(BigInt(balanceFen));
			toast.success(
				paid > 0 ? t("account.donePaid", { count: paid, balance }) : t("account.done", { balance }),
			);
			startTransition(() => {
				onDone();
				router.refresh();
			});
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("account.kind")} error={errorOf("kind")} required>
				<NativeSelect
					{...form.register("kind")}
					options={(["TOP_UP", "WITHDRAWAL"] as const).map((value) => ({
						value,
						label: t(`account.kinds.${value}`),
					}))}
				/>
			</Field>
			<Field label={t("account.amount")} error={errorOf("amount")} required>
				<Input {...form.register("amount")} inputMode="decimal" autoComplete="off" />
			</Field>
			<Field label={t("account.reason")} error={errorOf("reason")} required>
				<Input {...form.register("reason")} autoComplete="off" />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("account.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
