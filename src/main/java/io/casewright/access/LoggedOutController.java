package io.casewright.access;

import io.casewright.access.Notices.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a person is who logged out; any other page would log in again. */
@Controller
class LoggedOutController {

    static final String ADDRESS = "/logged-out";

    @GetMapping(ADDRESS)
    ModelAndView loggedOut() {
        var notice = new Notice("You are logged out", "Close this page, or log in again.", "/", "Log in again", null);
        return new ModelAndView(Notices.TEMPLATE, Notices.model(notice));
    }
}
