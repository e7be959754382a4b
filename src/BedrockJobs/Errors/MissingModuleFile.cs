namespace BedrockJobs.Errors;

/// <summary>Finds the file that is missing or damaged when an assembly of this module can't be loaded.</summary>
internal static class MissingModuleFile
{
    /// <summary>The error for a failure to load an assembly; null for any other exception.</summary>
    public static BedrockRequestException? ErrorOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var file = cause switch
            {
                FileNotFoundException { FileName: { } name } => name,
                FileLoadException { FileName: { } name } => name,
                BadImageFormatException { FileName: { } name } => name,
                _ => null,
            };

            // .NET reports an assembly by its full name or by the path of its file. Other files are data of the user.
            if (file is not null && (file.Contains(", Version=") || file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)))
            {
                return Error(file.Contains(", Version=") ? string.Concat(file.AsSpan(0, file.IndexOf(',')), ".dll") : file);
            }
        }

        return null;
    }

    /// <summary>The error for a file that is missing or damaged.</summary>
    public static BedrockRequestException Error(string file) => new(
        BedrockErrorId.ModuleIncomplete, SR.ModuleSubject, string.Format(CultureInfo.CurrentCulture, SR.MissingFile, file));
}
