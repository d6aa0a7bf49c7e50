"use client";

import { useTranslations } from "use-intl";
import { Button } from "./button";
import { StatePanel, type StatePanelProps } from "./state-panel";
import { SquallPicture } from "./weather-pictures";

export type ErrorStateProps = {
	title?: string;
	description?: string;
	/** The id under which the log holds the cause; shown so that it can be quoted. */
	reference?: string;
	onRetry?: () => void;
	as?: StatePanelProps["as"];
	className?: string;
};

export function ErrorState({ title, description, reference, onRetry, as, className }: ErrorStateProps) {
	const t = useTranslations("common");
	return (
		<div role="alert">
			<StatePanel
				as={as}
				className={className}
				picture={<SquallPicture />}
				title={title ?? t("error.title")}
				description={
					<>
						<p>{description ?? t("error.description")}</p>
						{reference && (
							<p className="mt-2 font-mono text-ink-faint text-xs">
								{t("error.reference", { id: reference })}
							</p>
						)}
					</>
				}
				actions={onRetry && <Button onClick={onRetry}>{t("actions.retry")}</Button>}
			/>
		</div>
	);
}
