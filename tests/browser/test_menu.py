"""The menu of a narrow screen: every page, by keyboard and with scripts off too; and what scripts off leaves out."""

from __future__ import annotations

from browser.engines import in_each_browser
from selenium.webdriver.common.keys import Keys

MENU = "document.getElementById('menu')"


def on_a_phone(page, path: str) -> None:
    page.emulate(width=360, height=640)
    page.open(path)


@in_each_browser
def test_the_menu_opens_by_keyboard_and_gives_the_focus_back_when_it_closes(page):
    on_a_phone(page, "policy/6-continuum/")
    page.run("document.querySelector('.open-menu').focus()")
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    page.until(f"return {MENU}.matches(':popover-open')")
    page.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert page.run(f"return {MENU}.contains(document.activeElement)")
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.until(f"return !{MENU}.matches(':popover-open')")
    assert page.run("return document.activeElement.matches('.open-menu')")


@in_each_browser
def test_the_menu_opens_with_scripts_off(no_script_driver, base):
    no_script_driver.show(width=360, height=640)
    no_script_driver.get(f"{base}policy/6-continuum/")
    no_script_driver.find_element("css selector", ".open-menu").click()
    assert no_script_driver.find_element("css selector", "#menu a[aria-current]").is_displayed()


@in_each_browser
def test_with_scripts_off_a_page_says_what_needs_them_and_offers_none_of_it(no_script_driver, base):
    no_script_driver.show(width=1280, height=900)
    no_script_driver.get(f"{base}policy/7-referral/")
    assert no_script_driver.find_element("css selector", "noscript p").is_displayed()
    offered = ".md-search__input, [data-open-search], .clause-tools button"
    assert not [each for each in no_script_driver.find_elements("css selector", offered) if each.is_displayed()]
