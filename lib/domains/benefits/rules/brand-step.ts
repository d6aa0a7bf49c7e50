/** GMV of a brand's shops by channel over 28 whole days, in fen. */
export type ChannelMix = Readonly<
	Record<"distribution" | "public" | "selfLive" | "private" | "total", bigint>
>;

/**
 * The STEPS step a brand has reached by its sales alone (domain.md §3.7, the shares of the channels): steps count in their
 * order, so a later one counts only when those before it hold. The playbook's other evidence is not asked here.
 */
export function reachedStep(mix: ChannelMix): number {
	if (mix.total <= 0n) return 0;
	const share = (part: bigint) => Number((part * 10_000n) / mix.total);
	const holds = [
		mix.distribution > 0n,
		share(mix.public) >= 3_000,
		share(mix.selfLive) >= 2_000,
		share(mix.private) >= 2_500,
	];
	const first = holds.indexOf(false);
	return first === -1 ? holds.length : first;
}
