"use client";

import { ArrowDownToLine } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useQueueWork } from "./use-queue-work";

export function ClaimNextButton() {
	const t = useTranslations("queue");
	const { pending, next } = useQueueWork();
	return (
		<Button data-act="next" pending={pending} onClick={next} title={t("claimNextHint")}>
			<ArrowDownToLine aria-hidden="true" />
			{t("claimNext")}
		</Button>
	);
}
