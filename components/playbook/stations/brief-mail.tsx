"use client";

import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { setBriefMail } from "@/lib/domains/playbook/actions/briefs";

/** Switches the weekly mail on and off for whoever presses. */
export function BriefMail({ brandId, isOn }: { brandId: string; isOn: boolean }) {
	const t = useTranslations("stations.brief");
	const run = useActionButton();
	return (
		<Button
			variant="secondary"
			size="sm"
			onClick={() => run(setBriefMail({ brandId, isOn: !isOn }), t("saved"))}
		>
			{t(isOn ? "mailOff" : "mailOn")}
		</Button>
	);
}
