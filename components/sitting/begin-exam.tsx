"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { beginExam } from "@/lib/domains/certification/actions/sitting";
import { routes } from "@/lib/platform/routes/routes";
import { readDeviceKey } from "./device";

/** Says what holds before the clock starts, and starts it. */
export function BeginExam({ bookingId }: { bookingId: string }) {
	const t = useTranslations("sitting");
	const errorText = useErrorText();
	const router = useRouter();
	async function begin() {
		const outcome = await beginExam({ bookingId, deviceKey: readDeviceKey() });
		if (!outcome.ok) return void toast.error(errorText(outcome.reason, outcome.params));
		router.push(routes.partner.sitting(outcome.sittingId));
	}
	return (
		<ConfirmDialog
			trigger={<Button size="sm">{t("begin.button")}</Button>}
			title={t("begin.title")}
			description={t("begin.description")}
			confirmLabel={t("begin.confirm")}
			onConfirm={begin}
		>
			<ul className="list-disc space-y-1 pl-5 text-ink-soft text-sm">
				{(["clock", "saved", "device", "leave", "grace"] as const).map((rule) => (
					<li key={rule}>{t(`begin.rules.${rule}`)}</li>
				))}
			</ul>
		</ConfirmDialog>
	);
}
