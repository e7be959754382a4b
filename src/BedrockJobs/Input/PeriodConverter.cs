namespace BedrockJobs.Input;

/// <summary>Makes PowerShell convert values to a <see cref="Period"/>.</summary>
internal sealed class PeriodConverter : PSTypeConverter
{
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => true;

    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        Period.Read(sourceValue)
        ?? throw new PSInvalidCastException(SR.InvalidPeriod.With(PrintableText.Quoted(LanguagePrimitives.ConvertTo<string>(sourceValue))));

    // The base class drops the PSObject, and with it the original text of 7d.
    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ConvertFrom((object)sourceValue, destinationType, formatProvider, ignoreCase);

    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();
}
