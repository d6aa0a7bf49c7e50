/** The star of a required field; the control itself carries `required`, so the star is not read aloud. */
export function RequiredMark() {
	return (
		<span aria-hidden="true" className="text-danger">
			*
		</span>
	);
}
