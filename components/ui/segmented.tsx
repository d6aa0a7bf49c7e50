"use client";

import * as ToggleGroup from "radix-ui/toggle-group";
import type { ReactNode } from "react";
import { segmentClasses, segmentListClasses } from "./segment-classes";

export type SegmentedOption<V extends string> = { value: V; label: ReactNode };

export type SegmentedProps<V extends string> = {
	options: readonly SegmentedOption<V>[];
	value: V;
	onValueChange: (value: V) => void;
	/** What is being chosen, for those who do not see the group. */
	label: string;
};

/** Two to five choices side by side, one of them always on. */
export function Segmented<V extends string>({ options, value, onValueChange, label }: SegmentedProps<V>) {
	return (
		<ToggleGroup.Root
			type="single"
			value={value}
			onValueChange={(next) => {
				const chosen = options.find((option) => option.value === next);
				if (chosen) onValueChange(chosen.value);
			}}
			aria-label={label}
			className={segmentListClasses}
		>
			{options.map((option) => (
				<ToggleGroup.Item key={option.value} value={option.value} className={segmentClasses}>
					{option.label}
				</ToggleGroup.Item>
			))}
		</ToggleGroup.Root>
	);
}
