/** A brand's name without case, width and spaces: ＦＬＯＷＥＲ Bell and flowerbell are one. */
export function brandNameKey(name: string): string {
	return name.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
