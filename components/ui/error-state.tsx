"use client";

import { useTranslations } from "use-intl";
import { buttonVariants } from "./button-variants";
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
	const t = useTranslations("failure");
	return (
		<div role="alert">
			<StatePanel
				as={as}
				className={className}
				picture={<SquallPicture />}
				title={title ?? t("title")}
				description={
					<>
						<p>{description ?? t("description")}</p>
						{reference && (
							<p className="mt-2 font-mono text-ink-faint text-xs">{t("reference", { id: reference })}</p>
						)}
					</>
				}
				actions={
					// Stands on every page in case of need: with no more behind it than a button has.
					onRetry && (
						<button type="button" className={buttonVariants()} onClick={onRetry}>
							{t("retry")}
						</button>
					)
				}
			/>
		</div>
	);
}
