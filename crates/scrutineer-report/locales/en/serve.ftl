# Pages for a browser: what `open` and `serve-site` say, and the words of the pages of `open`.

cli-demo-arg-serve = Then serve the bundle to browsers on this machine, until interrupted
cli-demo-arg-listen = Where --serve listens; 127.0.0.1:7390 if not given
cli-serve-site-about = Serve a bundle or a site to browsers
cli-serve-site-after =
    Serves on this machine only unless --listen names another address. Writes down
    nothing about who asked for what. docs/serve.md says how to put the folder
    behind a cache, and which paths never change.

    Examples:
      scrutineer serve-site bundle
      scrutineer serve-site bundle --listen 0.0.0.0:8080
cli-serve-site-arg-dir = Folder of a bundle or a site; nothing outside of it is served
cli-serve-site-arg-listen = Address and port; 127.0.0.1:7390 if not given, port 0 for any that is free
cli-serve-site-arg-json = Write the address for programs
cli-serve-site-at = { $folder } is served at { $address }
cli-serve-site-here = Only this machine can see it. Interrupt with Ctrl-C.
cli-serve-site-everywhere = Every machine that can reach this address can read all of it, without encryption. Interrupt with Ctrl-C.
cli-serve-site-election = { $folder } is an election folder, whose files may name persons; look at it with scrutineer open, or serve what scrutineer publish makes of it
cli-serve-site-state = { $folder } is the private state of a log, which is never served; give the bundle
cli-why-in-use = another program listens there; give another port with --listen
cli-open-about = Look at an election folder in the browser: report, problems, coverage
cli-open-after =
    The pages are only for this machine and only for the browser that first opens
    the printed address, which is good for one use; the next one is printed then.
    They follow the folder: change a file and load them again. Nothing is stored,
    and no scripts are needed.

    Examples:
      scrutineer open my-election
      scrutineer open my-election --no-browser
cli-open-arg-dir = Election folder; also one whose election.toml has errors
cli-open-arg-mirror = Folder or web address to look in for pinned files, by digest; may be given several times; SCRUTINEER_MIRROR lists further folders
cli-open-arg-fetch = Allow the network for pinned files that no mirror has
cli-open-arg-portable = Use no cache
cli-open-arg-accept-import = Go on although a source breaks its declared identity on more than 1 % of its rows
cli-open-arg-no-browser = Print the address and start no browser
cli-open-arg-json = Write the address for programs, and after each use the next one
cli-open-at = { $folder } can be seen at { $address }
cli-open-private = The address is good for one use: the browser that opens it first sees the pages until this program ends. Interrupt with Ctrl-C.
cli-open-used = The address was used. For another browser, once: { $address }
cli-open-again = Refused: an address that was used was opened again. If no browser of yours shows the pages, somebody else was first: interrupt with Ctrl-C and start again.
cli-open-no-browser = No browser could be started ({ $why }); open the address yourself.
cli-open-no-randomness = the system gives no random numbers

open-menu = Pages
open-menu-report = Report
open-menu-problems = Problems in the data
open-menu-coverage = Coverage
open-menu-language = Español
open-problems-title = Problems in the data of { $folder }
open-coverage-title = Coverage of { $election }
open-failures = What keeps the folder from being read
open-failures-text = There is no report until these are settled. Correct the files and load this page again.
open-remarks = Remarks
open-issues = Problems in the files
open-findings = What does not fit together
open-summary = Summary
open-none = No problem was found.
open-column-row = Row
open-column-column = Column
open-column-expected = Expected
open-column-found = Found
open-column-line = The line
open-column-places = Where
open-column-count = Of this kind
open-coverage-caption = Sheets of source { $source }
open-no-coverage = Without a source there is nothing to cover.
open-unread-title = { $folder } cannot be read
