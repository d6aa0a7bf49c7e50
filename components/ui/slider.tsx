"use client";

import * as SliderPrimitive from "radix-ui/slider";
import { useState } from "react";
import { cn } from "./cn";

export type SliderProps = {
	value?: number;
	defaultValue?: number;
	onValueChange?: (value: number) => void;
	min?: number;
	max?: number;
	step?: number;
	/** A line on the scale, such as the floor a force must reach. */
	mark?: { value: number; label: string };
	name?: string;
	id?: string;
	disabled?: boolean;
	required?: boolean;
	className?: string;
	/** Where the number needs more room. */
	inputClassName?: string;
	/** The name of the thumb; a Field's label names the number beside it. */
	"aria-label": string;
	"aria-describedby"?: string;
	"aria-invalid"?: boolean;
};

/** One value on a scale, with the number beside it that can also be typed. */
export function Slider({
	value,
	defaultValue = 0,
	onValueChange,
	min = 0,
	max = 100,
	step = 1,
	...props
}: SliderProps) {
	const [inner, setInner] = useState(defaultValue);
	const current = value ?? inner;
	const { mark, name, id, disabled, className, inputClassName, required, ...aria } = props;
	function change(next: number) {
		const clamped = Math.min(max, Math.max(min, Number.isNaN(next) ? min : next));
		setInner(clamped);
		onValueChange?.(clamped);
	}
	return (
		<div className={cn("flex items-center gap-4", className)}>
			<SliderPrimitive.Root
				value={[current]}
				onValueChange={([next = min]) => change(next)}
				min={min}
				max={max}
				step={step}
				disabled={disabled}
				className="relative flex h-6 grow touch-none select-none items-center data-disabled:opacity-50"
			>
				<SliderPrimitive.Track className="relative h-1.5 grow rounded-full border border-line-strong/40 bg-sunken">
					<SliderPrimitive.Range className="absolute h-full rounded-full bg-brand" />
				</SliderPrimitive.Track>
				{mark && (
					<span
						title={mark.label}
						style={{ left: `${((mark.value - min) / (max - min)) * 100}%` }}
						className="pointer-events-none absolute h-4 w-0.5 bg-ink-faint"
					/>
				)}
				<SliderPrimitive.Thumb
					aria-label={props["aria-label"]}
					className="block size-5 rounded-full border-2 border-brand bg-surface shadow-sm"
				/>
			</SliderPrimitive.Root>
			<input
				type="number"
				id={id}
				name={name}
				value={current}
				min={min}
				max={max}
				step={step}
				required={required}
				disabled={disabled}
				onChange={(event) => change(event.target.valueAsNumber)}
				className={cn(
					"figure h-9 w-18 rounded-md border border-line-strong bg-surface px-2 text-right text-sm aria-invalid:border-danger",
					inputClassName,
				)}
				{...aria}
			/>
		</div>
	);
}
