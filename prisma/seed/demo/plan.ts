import { addDays, type Day } from "@/lib/platform/time";
import { type ApplicantPlan, planApplicants } from "./applicants";
import { type ApplicationPlan, planApplications } from "./applications";
import { planBindings } from "./bindings";
import { planBrands } from "./brands";
import { type CertificatePlan, planCertificates } from "./certificates";
import { createCompanies } from "./companies";
import { demoId } from "./identifiers";
import { planPartners } from "./partners";
import { createRandom } from "./random";
import { planDisputeRates, planRedLines, type RedLinePlan } from "./red-lines";
import { planShops } from "./shops";
import { buildTimeline, instantOn, type Timeline } from "./timeline";
import type { BindingPlan, BrandPlan, PartnerPlan, ShopPlan } from "./types";
import { type Founded, planUsers, type UserPlan } from "./users";

export type OrganisationPlan = { id: string; kind: "PARTNER" | "BRAND"; name: string; createdAt: Date };

/** The whole demo but its daily sales and what follows from them: the same for the same day, wherever it is made. */
export type DemoPlan = {
	readonly timeline: Timeline;
	readonly organisations: readonly OrganisationPlan[];
	readonly users: readonly UserPlan[];
	readonly partners: readonly PartnerPlan[];
	readonly applications: readonly ApplicationPlan[];
	readonly brands: readonly BrandPlan[];
	readonly shops: readonly ShopPlan[];
	readonly bindings: readonly BindingPlan[];
	readonly certificates: readonly CertificatePlan[];
	readonly redLines: readonly RedLinePlan[];
	/** Partners whose dispute rate is set rather than a consequence of their quality. */
	readonly disputeRates: ReadonlyMap<string, number>;
};

type Company = Founded & { name: string };

function requireOne<T>(item: T | undefined): T {
	if (item === undefined) throw new Error("DEMO_INCOMPLETE");
	return item;
}

function companiesOf(partners: readonly PartnerPlan[], applicants: readonly ApplicantPlan[]): Company[] {
	return [
		...partners.map(({ organisationId, name, contactName, admittedOn }) => ({
			organisationId,
			name,
			contactName,
			registeredOn: addDays(admittedOn, -32),
		})),
		...applicants.map(({ organisationId, name, contactName, registeredOn }) => ({
			organisationId,
			name,
			contactName,
			registeredOn: addDays(registeredOn, -1),
		})),
	];
}

/** The company of the account that has registered and done nothing yet. */
function planNewcomer(timeline: Timeline): Company {
	const registeredOn = addDays(timeline.today, -1);
	const organisationId = demoId("org", instantOn(registeredOn, 9), createRandom("newcomer"));
	return { organisationId, name: "扬州初帆起文化传媒有限公司", contactName: "", registeredOn };
}

/** The brand that has most to show: the one of the brand manager's account. */
function brandOfMostShops(brands: readonly BrandPlan[], shops: readonly ShopPlan[]): BrandPlan {
	const count = (brand: BrandPlan) => shops.filter((shop) => shop.brandId === brand.id).length;
	return requireOne([...brands].sort((a, b) => count(b) - count(a))[0]);
}

export function planDemo(today: Day): DemoPlan {
	const timeline = buildTimeline(today);
	const company = createCompanies(createRandom("companies"));
	const partners = planPartners(timeline, company);
	const applicants = planApplicants(timeline, company);
	const brands = planBrands(timeline);
	const shops = planShops(timeline, partners, brands);
	const redLines = planRedLines(timeline, partners);

	const companies = companiesOf(partners, applicants);
	const newcomer = planNewcomer(timeline);
	const brand = brandOfMostShops(brands, shops);
	const companyOf = (organisationId: string | undefined) =>
		requireOne(companies.find((candidate) => candidate.organisationId === organisationId));
	const homes = {
		partner: companyOf(partners.find((partner) => partner.isOfAccount)?.organisationId),
		"changes-requested": companyOf(applicants.find((applicant) => applicant.isOfAccount)?.organisationId),
		brand: {
			organisationId: brand.organisationId,
			contactName: "",
			registeredOn: addDays(today, -300),
		},
		newcomer,
	};
	const users = planUsers(timeline, homes, companies);
	return {
		timeline,
		organisations: planOrganisations(timeline, [...companies, newcomer], brands),
		users,
		partners,
		applications: planApplications(partners, applicants, users),
		brands,
		shops,
		bindings: planBindings(timeline, partners, shops),
		certificates: planCertificates(timeline, partners),
		redLines,
		disputeRates: planDisputeRates(timeline, partners, redLines),
	};
}

function planOrganisations(
	timeline: Timeline,
	companies: readonly Company[],
	brands: readonly BrandPlan[],
): OrganisationPlan[] {
	return [
		...companies.map(({ organisationId, name, registeredOn }) => ({
			id: organisationId,
			kind: "PARTNER" as const,
			name,
			createdAt: instantOn(registeredOn, 9),
		})),
		...brands.map(({ organisationId, name }) => ({
			id: organisationId,
			kind: "BRAND" as const,
			name,
			createdAt: instantOn(addDays(timeline.today, -300), 9),
		})),
	];
}
