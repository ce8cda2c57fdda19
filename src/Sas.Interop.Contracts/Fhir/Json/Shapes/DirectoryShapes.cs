namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The shapes of people, places, organizations and their services.</summary>
internal static class DirectoryShapes
{
    public static object Practitioner() => ShapeStart.DomainResource<Practitioner>()
        .Many(x => x.Identifier)
        .Boolean(x => x.Active)
        .Many(x => x.Name)
        .Many(x => x.Telecom)
        .Many(x => x.Address)
        .Code(x => x.Gender)
        .Date(x => x.BirthDate)
        .Many(x => x.Photo)
        .Many(x => x.Qualification)
        .Many(x => x.Communication)
        .Build();

    public static object PractitionerQualification() => ShapeStart.Backbone<PractitionerQualification>()
        .Many(x => x.Identifier)
        .One(x => x.Code)
        .One(x => x.Period)
        .One(x => x.Issuer)
        .Build();

    public static object PractitionerRole() => ShapeStart.DomainResource<PractitionerRole>()
        .Many(x => x.Identifier)
        .Boolean(x => x.Active)
        .One(x => x.Period)
        .One(x => x.Practitioner)
        .One(x => x.Organization)
        .Many(x => x.Code)
        .Many(x => x.Specialty)
        .Many(x => x.Location)
        .Many(x => x.HealthcareService)
        .Many(x => x.Telecom)
        .Many(x => x.AvailableTime)
        .Many(x => x.NotAvailable)
        .Text(x => x.AvailabilityExceptions)
        .Many(x => x.Endpoint)
        .Build();

    public static object AvailableTime() => ShapeStart.Backbone<AvailableTime>()
        .Codes(x => x.DaysOfWeek)
        .Boolean(x => x.AllDay)
        .Time(x => x.AvailableStartTime)
        .Time(x => x.AvailableEndTime)
        .Build();

    public static object NotAvailable() => ShapeStart.Backbone<NotAvailable>()
        .Text(x => x.Description)
        .One(x => x.During)
        .Build();

    public static object Location() => ShapeStart.DomainResource<Location>()
        .Many(x => x.Identifier)
        .Code(x => x.Status)
        .One(x => x.OperationalStatus)
        .Text(x => x.Name)
        .Texts(x => x.Alias)
        .Text(x => x.Description)
        .Code(x => x.Mode)
        .Many(x => x.Type)
        .Many(x => x.Telecom)
        .One(x => x.Address)
        .One(x => x.PhysicalType)
        .One(x => x.Position)
        .One(x => x.ManagingOrganization)
        .One(x => x.PartOf)
        .Many(x => x.HoursOfOperation)
        .Text(x => x.AvailabilityExceptions)
        .Many(x => x.Endpoint)
        .Build();

    public static object LocationPosition() => ShapeStart.Backbone<LocationPosition>()
        .Decimal(x => x.Longitude)
        .Decimal(x => x.Latitude)
        .Decimal(x => x.Altitude)
        .Build();

    public static object LocationHoursOfOperation() => ShapeStart.Backbone<LocationHoursOfOperation>()
        .Codes(x => x.DaysOfWeek)
        .Boolean(x => x.AllDay)
        .Time(x => x.OpeningTime)
        .Time(x => x.ClosingTime)
        .Build();

    public static object Organization() => ShapeStart.DomainResource<Organization>()
        .Many(x => x.Identifier)
        .Boolean(x => x.Active)
        .Many(x => x.Type)
        .Text(x => x.Name)
        .Texts(x => x.Alias)
        .Many(x => x.Telecom)
        .Many(x => x.Address)
        .One(x => x.PartOf)
        .Many(x => x.Contact)
        .Many(x => x.Endpoint)
        .Build();

    public static object OrganizationContact() => ShapeStart.Backbone<OrganizationContact>()
        .One(x => x.Purpose)
        .One(x => x.Name)
        .Many(x => x.Telecom)
        .One(x => x.Address)
        .Build();

    public static object HealthcareService() => ShapeStart.DomainResource<HealthcareService>()
        .Many(x => x.Identifier)
        .Boolean(x => x.Active)
        .One(x => x.ProvidedBy)
        .Many(x => x.Category)
        .Many(x => x.Type)
        .Many(x => x.Specialty)
        .Many(x => x.Location)
        .Text(x => x.Name)
        .Text(x => x.Comment)
        .Text(x => x.ExtraDetails)
        .One(x => x.Photo)
        .Many(x => x.Telecom)
        .Many(x => x.CoverageArea)
        .Many(x => x.ServiceProvisionCode)
        .Many(x => x.Eligibility)
        .Many(x => x.Program)
        .Many(x => x.Characteristic)
        .Many(x => x.Communication)
        .Many(x => x.ReferralMethod)
        .Boolean(x => x.AppointmentRequired)
        .Many(x => x.AvailableTime)
        .Many(x => x.NotAvailable)
        .Text(x => x.AvailabilityExceptions)
        .Many(x => x.Endpoint)
        .Build();

    public static object HealthcareServiceEligibility() => ShapeStart.Backbone<HealthcareServiceEligibility>()
        .One(x => x.Code)
        .Text(x => x.Comment)
        .Build();
}
