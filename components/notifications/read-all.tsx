"use client";

import { CheckCheck } from "lucide-react";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { readAllNotifications } from "@/lib/platform/notifications/actions";

export function ReadAll() {
	const t = useTranslations("notifications.page");
	const [pending, startTransition] = useTransition();
	return (
		<Button
			variant="secondary"
			pending={pending}
			onClick={() =>
				startTransition(async () => {
					const outcome = await readAllNotifications({});
					if (outcome.ok) toast.success(t("allRead"));
				})
			}
		>
			<CheckCheck aria-hidden="true" />
			{t("readAll")}
		</Button>
	);
}
