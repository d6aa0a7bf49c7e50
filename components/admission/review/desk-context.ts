"use client";

import { createContext, useContext } from "react";
import type { DecisionState } from "./decision-form";

export type Desk = {
	state: DecisionState;
	change: (part: Partial<DecisionState>) => void;
	/** Asks for changes on a field, or takes the request back; asked anew, the caret goes to its words. */
	toggleRequest: (path: string) => void;
	/** Whether the reader holds the application and may decide. */
	isOpen: boolean;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
	const desk = useContext(DeskContext);
	if (!desk) throw new Error("outside the reviewer's desk");
	return desk;
}

export const requestFieldId = (path: string) => `request-${path.replaceAll(".", "-")}`;
