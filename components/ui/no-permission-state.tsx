"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { StatePanel } from "./state-panel";
import { HarbourPicture } from "./weather-pictures";

export function NoPermissionState({
	actions,
	description,
}: {
	actions?: ReactNode;
	description?: ReactNode;
}) {
	const t = useTranslations("common");
	return (
		<StatePanel
			picture={<HarbourPicture />}
			title={t("noPermission.title")}
			description={description ?? t("noPermission.description")}
			actions={actions}
		/>
	);
}
