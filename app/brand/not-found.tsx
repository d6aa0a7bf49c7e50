import { MissingPage } from "@/components/identity/missing-page";

export default function BrandNotFound() {
	return <MissingPage />;
}
