import type { ComponentProps } from "react";
import { cn } from "./cn";

export type TableDensity = "comfortable" | "compact";

export type TableProps = ComponentProps<"table"> & {
	/** Names the table and its scrolling region. */
	label: string;
	density?: TableDensity;
	/** Keeps the first column in sight while the rest scrolls sideways. On unless switched off. */
	stickyFirst?: boolean;
};

/** A semantic table inside a region that scrolls sideways, by mouse, touch and keyboard. */
export function Table({
	label,
	density = "comfortable",
	stickyFirst = true,
	className,
	...props
}: TableProps) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
		<section aria-label={label} tabIndex={0} className="relative w-full overflow-x-auto -outline-offset-2">
			<table
				data-density={density}
				data-sticky={stickyFirst || undefined}
				className={cn("group/table w-full border-separate border-spacing-0 text-left text-sm", className)}
				{...props}
			/>
		</section>
	);
}

export function TableHeader(props: ComponentProps<"thead">) {
	return <thead {...props} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
	return <tbody {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
	return (
		<tr
			className={cn(
				"group/row [tbody_&:hover>td]:bg-sunken/60 [tbody_&:hover>th]:bg-sunken [tbody_&:last-child>*]:border-b-0",
				"data-[state=selected]:[&>td]:bg-brand-soft data-[state=selected]:[&>th]:bg-brand-soft",
				className,
			)}
			{...props}
		/>
	);
}

const stickyClasses =
	"group-data-sticky/table:first:sticky group-data-sticky/table:first:left-0 group-data-sticky/table:first:z-10 group-data-sticky/table:first:max-w-[46vw] max-sm:group-data-sticky/table:first:border-r";

type CellProps = { numeric?: boolean };

/** A column's head; `numeric` aligns it with its figures. */
export function TableHead({ className, numeric, ...props }: ComponentProps<"th"> & CellProps) {
	return (
		<th
			scope="col"
			className={cn(
				stickyClasses,
				"h-10 whitespace-nowrap border-b bg-surface px-4 font-medium text-ink-faint text-xs group-data-[density=compact]/table:h-8 group-data-[density=compact]/table:px-3",
				numeric && "text-right",
				className,
			)}
			{...props}
		/>
	);
}

const cellClasses =
	"border-b bg-surface px-4 py-3 align-middle transition-colors group-data-[density=compact]/table:px-3 group-data-[density=compact]/table:py-1.5";

export function TableCell({ className, numeric, ...props }: ComponentProps<"td"> & CellProps) {
	return (
		<td
			className={cn(stickyClasses, cellClasses, numeric && "figure whitespace-nowrap text-right", className)}
			{...props}
		/>
	);
}

/** The cell that names its row. */
export function TableRowHead({ className, ...props }: ComponentProps<"th">) {
	return (
		<th
			scope="row"
			className={cn(stickyClasses, cellClasses, "font-medium text-ink", className)}
			{...props}
		/>
	);
}
