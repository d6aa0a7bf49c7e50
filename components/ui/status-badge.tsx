import { Badge, type BadgeTone } from "./badge";

export type StatusTones<S extends string> = Record<S, BadgeTone>;

export type StatusBadgeProps<S extends string> = {
	status: S;
	/** One table per enum, kept beside its constants: a state without a tone does not compile. */
	tones: StatusTones<S>;
	/** The state in the reader's language. */
	label: string;
};

/** A state of a life cycle. The dot repeats the tone; the word carries the meaning. */
export function StatusBadge<S extends string>({ status, tones, label }: StatusBadgeProps<S>) {
	return (
		<Badge tone={tones[status]} data-status={status}>
			<span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
			{label}
		</Badge>
	);
}
