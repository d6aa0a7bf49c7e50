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
				className={cn("data-table", className)}
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

export function TableRow(props: ComponentProps<"tr">) {
	return <tr {...props} />;
}

type CellProps = { numeric?: boolean };

function classOfCell(numeric: boolean | undefined, className: string | undefined): string | undefined {
	return numeric ? cn("figure-cell", className) : className;
}

/** A column's head; `numeric` aligns it with its figures. */
export function TableHead({ className, numeric, ...props }: ComponentProps<"th"> & CellProps) {
	return <th scope="col" className={classOfCell(numeric, className)} {...props} />;
}

export function TableCell({ className, numeric, ...props }: ComponentProps<"td"> & CellProps) {
	return <td className={classOfCell(numeric, className)} {...props} />;
}

/** The cell that names its row. */
export function TableRowHead(props: ComponentProps<"th">) {
	return <th scope="row" {...props} />;
}
