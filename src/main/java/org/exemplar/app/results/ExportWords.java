package org.exemplar.app.results;

import org.exemplar.export.ExportFormat;

/** What each format is for, in one sentence, and how its files are called. */
record ExportWords(String title, String sentence, String ending) {
  static ExportWords of(ExportFormat format) {
    return switch (format) {
      case CSV ->
          new ExportWords(
              "Long table",
              "One row per answer with times and circumstances, and a codebook beside it.",
              "csv");
      case WIDE_CSV ->
          new ExportWords(
              "Wide table", "One row per reader and case, one column per question.", "csv");
      case XLSX ->
          new ExportWords(
              "Excel workbook",
              "The long table, the wide table and the questions as sheets.",
              "xlsx");
      case IMRMC ->
          new ExportWords(
              "iMRMC", "For FDA’s iMRMC, its R package 2 and its Java program 4.", "imrmc");
      case IMRMC_RJAFROC ->
          new ExportWords(
              "iMRMC for RJafroc",
              "The flavour that RJafroc reads: whole numbers as names, nothing missing.",
              "imrmc");
      case RJAFROC -> new ExportWords("RJafroc", "RJafroc’s workbook of three sheets.", "xlsx");
      case MRMCAOV ->
          new ExportWords("MRMCaov", "Long table for the R package MRMCaov and for OR-DBM.", "csv");
      case REDCAP ->
          new ExportWords("REDCap", "Data to import, with the data dictionary beside it.", "csv");
      case VIA ->
          new ExportWords(
              "VGG Image Annotator",
              "A folder with one table per reader, as the original survey had them.",
              "");
      case JSON -> new ExportWords("JSON", "Everything in one document, for programs.", "json");
      default -> new ExportWords(format.word(), "Written as on the command line.", "");
    };
  }
}
