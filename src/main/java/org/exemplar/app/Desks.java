package org.exemplar.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.coordination.CoordinationDesk;
import org.exemplar.app.coordination.CoordinationServices;
import org.exemplar.app.coordination.KnownStudies;
import org.exemplar.app.coordination.design.Drafts;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.explorer.ComparePages;
import org.exemplar.app.explorer.ExplorerPages;
import org.exemplar.app.explorer.ImageFolders;
import org.exemplar.app.research.ResearchDesk;
import org.exemplar.app.research.planner.PlannerPages;
import org.exemplar.app.results.ResultsPages;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.identity.Identities;
import org.exemplar.folders.AppFolders;
import org.exemplar.radiograph.RadiographFiles;

/** Builds the desks behind the second and the third door, with everything they work with. */
final class Desks {
  private Desks() {}

  /** The coordinator's desk and the researcher's, in this order. */
  static List<Desk> of(
      DeskHost host, AppFolders folders, InstantSource clock, ExecutorService workers) {
    String version = version();
    Office office = Office.coordinator(clock, version);
    SignInDoor door = door(host, folders, office, workers, clock);
    ImageFolders images = new ImageFolders(folders.data().resolve("image-folders"));
    ExplorerPages explorer =
        new ExplorerPages(
            host,
            ResearchDesk.ID,
            new ExplorerPages.Outside(RadiographFiles.installed(), images, folders.cache()),
            workers);
    ComparePages compare =
        new ComparePages(
            host,
            ResearchDesk.ID,
            folders.cache(),
            version,
            (comparison, films) -> {
              explorer.open(comparison, films);
              host.go(explorer.location());
            });
    ResultsPages results =
        new ResultsPages(
            host,
            ResearchDesk.ID,
            new ResultsPages.Way(office, door),
            new ResultsPages.Outside(Rooms::showFile, Rooms::openFile));
    return List.of(
        new CoordinationDesk(
            host,
            CoordinationServices.of(
                new KnownStudies(folders.data().resolve("studies.txt")),
                new Drafts(folders.data().resolve("drafts"), clock),
                new CoordinationServices.Way(office, new CoordinationServices.Doors(door, door)),
                workers,
                new CoordinationServices.Beyond(
                    Rooms::showFile,
                    study -> {
                      host.go(results.location());
                      results.askForKey(study);
                    },
                    images::of,
                    folders.data().resolve("unsaved")))),
        new ResearchDesk(
            host, compare, explorer, results, new PlannerPages(host, ResearchDesk.ID)));
  }

  /** Who may do what on this computer. */
  static void people(
      DeskHost host, AppFolders folders, InstantSource clock, ExecutorService workers) {
    new PeopleSheet(
            Identities.in(folders.data()),
            door(host, folders, Office.coordinator(clock, version()), workers, clock),
            clock,
            workers,
            new Sheet(host.window(), host.theme(), "People"))
        .show();
  }

  private static SignInDoor door(
      DeskHost host,
      AppFolders folders,
      Office office,
      ExecutorService workers,
      InstantSource clock) {
    return new SignInDoor(
        Identities.in(folders.data()),
        office,
        workers,
        () -> new Sheet(host.window(), host.theme(), "Sign in"),
        () -> people(host, folders, clock, workers));
  }

  /** The program's version, from its jar; {@code development} when run from classes. */
  private static String version() {
    return Optional.ofNullable(Desks.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
