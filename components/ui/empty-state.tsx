import type { ReactNode } from "react";
import { StatePanel } from "./state-panel";
import { CalmPicture } from "./weather-pictures";

export type EmptyStateProps = {
	title: ReactNode;
	/** Says what will appear here, or what to do so that something does. */
	description?: ReactNode;
	actions?: ReactNode;
	className?: string;
};

export function EmptyState(props: EmptyStateProps) {
	return <StatePanel picture={<CalmPicture />} {...props} />;
}
