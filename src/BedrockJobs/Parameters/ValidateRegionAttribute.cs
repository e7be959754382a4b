using System;

namespace BedrockJobs.Parameters;

/// <summary>
/// The form of a Region's name. Which Regions there are changes too often to be known here, but nothing may slip into
/// the endpoint's host name that is none.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateRegionAttribute : ValidateTextAttribute
{
    public ValidateRegionAttribute()
        : base(@"(?=.{1,32}\z)[a-zA-Z]+(-[a-zA-Z]+)+-[0-9]{1,2}", () => SR.InvalidRegion)
    {
    }
}
